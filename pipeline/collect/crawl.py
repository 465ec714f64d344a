"""In: a source as JSON on standard input. Out: its documents and failures, one line of JSON each."""

import json
import sys
from pathlib import Path

from scrapy.crawler import CrawlerProcess

from pipeline.collect.spider import ContractSpider, settings_for
from pipeline.sources import Source


def main() -> None:
    order = json.load(sys.stdin)
    source = Source.model_validate(order["source"])
    process = CrawlerProcess(settings_for(source, Path(order["cache"])))
    process.crawl(ContractSpider, source=source, spool=Path(order["spool"]), tell=_tell)
    process.start()


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
