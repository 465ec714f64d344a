-- wrk: asks for the paths of a file in turn and prints one line of JSON at the end.
local paths, at = {}, 0

function init(args)
  for path in io.lines(args[1]) do paths[#paths + 1] = wrk.format("GET", path) end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function done(summary, latency, requests)
  local wrong = summary.errors.status + summary.errors.read + summary.errors.connect + summary.errors.timeout
  io.write(string.format(
    '{"per_second": %.1f, "p50": %.2f, "p95": %.2f, "p99": %.2f, "longest": %.1f, "requests": %d, "wrong": %d}\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, latency.max / 1000, summary.requests, wrong))
end
