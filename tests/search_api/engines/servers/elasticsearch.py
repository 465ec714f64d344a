"""Elasticsearch 9.2.0, genuine: its integration-test distribution, plus our analysis plugin (see plugin/).

That small distribution lacks the module analysis-common, whose filters our mapping names; the plugin registers
the six of them over the Lucene classes that the distribution does hold. Nothing of the product knows of it.
ATLAS_TEST_ELASTICSEARCH_VERSION asks for another version; one of Elasticsearch 8 needs a client of version 8.
"""

import os
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.search_api.engines.servers.java import fetched, java_home
from tests.search_api.engines.servers.process import Server, answers, free_ports, own, work_folder

VERSION = os.environ.get("ATLAS_TEST_ELASTICSEARCH_VERSION", "9.2.0")
_ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
_SOURCE = Path(__file__).parent / "plugin" / "FrenchFilters.java"
_DESCRIPTOR = f"""\
name=atlas-french
description=The French filters that the integration-test distribution lacks
version=1
elasticsearch.version={VERSION}
java.version=21
classname=atlas.FrenchFilters
"""


class Node:
    def __init__(self, server: Server, url: str) -> None:
        self.server = server
        self.url = url


@contextmanager
def nodes(number: int) -> Iterator[Sequence[Node]]:
    """A cluster of so many nodes on 127.0.0.1, ready to index; stopped and removed at the end."""
    with work_folder("elasticsearch") as folder:
        home = _installed(folder)
        ports = free_ports(2 * number)
        http, transport = ports[:number], ports[number:]
        started: list[Node] = []
        try:
            for at in range(number):
                config = _configured(folder / f"node-{at}", at, http, transport)
                own(folder)
                env = {
                    "ES_JAVA_HOME": str(java_home()),
                    "ES_PATH_CONF": str(config),
                    "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
                    "HOME": str(folder),
                }
                log = folder / f"node-{at}" / "out"
                started.append(
                    Node(
                        Server([str(home / "bin" / "elasticsearch")], folder, env, log),
                        f"http://127.0.0.1:{http[at]}",
                    )
                )
            for node in started:
                health = f"{node.url}/_cluster/health?wait_for_nodes=>={number}&timeout=20s"
                node.server.wait(lambda health=health: answers(health))  # type: ignore[misc]
            yield started
        finally:
            for node in started:
                node.server.stop()


def _installed(folder: Path) -> Path:
    """The distribution with the plugin, in a folder."""
    java = java_home()
    archive = fetched(f"elasticsearch-{VERSION}", "copy", f"-Dartifact={_ARTIFACT}", "-Dtransitive=false")
    with zipfile.ZipFile(next(archive.glob("*.zip"))) as file:
        file.extractall(folder)
    home = folder / f"elasticsearch-{VERSION}"
    for program in (*(home / "bin").iterdir(), *home.glob("modules/*/platform/*/bin/*")):
        program.chmod(0o755)
    plugin, classes = home / "plugins" / "atlas-french", folder / "classes"
    plugin.mkdir()
    (plugin / "plugin-descriptor.properties").write_text(_DESCRIPTOR, encoding="utf-8")
    for command in (
        ("javac", "--release", "21", "-cp", f"{home}/lib/*", "-d", str(classes), str(_SOURCE)),
        ("jar", "--create", "--file", str(plugin / "atlas-french.jar"), "-C", str(classes), "."),
    ):
        done = subprocess.run(
            (str(java / "bin" / command[0]), *command[1:]), capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.fail(f"the plugin does not compile: {done.stderr}")
    return home


def _configured(folder: Path, at: int, http: Sequence[int], transport: Sequence[int]) -> Path:
    """The node's configuration folder."""
    config = folder / "config"
    config.mkdir(parents=True)
    settings = {
        "cluster.name": "atlas-tests",
        "node.name": f"node-{at}",
        "network.host": "127.0.0.1",
        "http.port": http[at],
        "transport.port": transport[at],
        "path.data": folder / "data",
        "path.logs": folder / "logs",
        "xpack.security.enabled": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    if len(http) == 1:
        settings["discovery.type"] = "single-node"
    else:
        names = ", ".join(f"node-{n}" for n in range(len(http)))
        seeds = ", ".join(f'"127.0.0.1:{port}"' for port in transport)
        settings |= {"discovery.seed_hosts": f"[{seeds}]", "cluster.initial_master_nodes": f"[{names}]"}
    text = "".join(f"{name}: {value}\n" for name, value in settings.items())
    (config / "elasticsearch.yml").write_text(text, encoding="utf-8")
    (config / "jvm.options").write_text("-XX:+UseSerialGC\n-Djava.io.tmpdir=${ES_TMPDIR}\n", encoding="utf-8")
    (config / "log4j2.properties").write_text(
        "appender.console.type = Console\nappender.console.name = console\n"
        "appender.console.layout.type = PatternLayout\n"
        "appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n\n"
        "rootLogger.level = warn\nrootLogger.appenderRef.console.ref = console\n",
        encoding="utf-8",
    )
    return config
