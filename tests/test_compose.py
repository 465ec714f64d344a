"""compose.yaml and the Dockerfile agree with the product. (No Docker engine runs them here: see docs/engines.md.)"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from flows.cli.commands import app
from flows.settings import Settings

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "compose.yaml").read_text(encoding="utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(TEXT)["services"]
OURS = [name for name, service in SERVICES.items() if "build" in service]


@pytest.mark.parametrize("name", OURS)
def test_our_services_use_settings_and_commands_that_exist(name: str) -> None:
    given = {key for key in SERVICES[name]["environment"] if key.startswith("ATLAS_")}
    assert given and {key.removeprefix("ATLAS_").lower() for key in given} <= set(Settings.model_fields)
    command = get_command(app).commands[SERVICES[name]["command"][0]]  # type: ignore[attr-defined]
    options = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in SERVICES[name]["command"] if word.startswith("--")} <= options


def test_the_settings_are_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    for key, value in SERVICES["app"]["environment"].items():
        monkeypatch.setenv(key, re.sub(r"\$\{[^}]*\}", "secret", value))
    settings = Settings()
    assert settings.engine == "elasticsearch" and settings.engine_address.password == "secret"
    assert settings.store_url.startswith("postgresql+psycopg://")


def test_services_and_volumes_that_are_named_exist() -> None:
    for service in SERVICES.values():
        assert set(service.get("depends_on", {})) - {"<<"} <= set(SERVICES)
        named = [v.split(":")[0] for v in service.get("volumes", ()) if not v.startswith(".")]
        assert set(named) <= set(yaml.safe_load(TEXT)["volumes"])
        waited_for = [
            n for n, c in service.get("depends_on", {}).items() if c["condition"] == "service_healthy"
        ]
        assert all("healthcheck" in SERVICES[name] for name in waited_for)


def test_every_secret_has_to_be_chosen() -> None:
    example = (ROOT / "compose.env.example").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+)", TEXT))
    assert asked == set(re.findall(r"^(\w+)=$", example, re.MULTILINE))
    assert all(match.startswith(":?") for match in re.findall(r"\$\{\w+([^}]*)\}", TEXT))


def test_only_this_machine_reaches_the_ports() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert ports and all(port.startswith("127.0.0.1:") for port in ports)


def test_the_image_installs_what_the_makefile_does() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    (packages,) = re.findall(r"system-packages\.sh (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert all(package in dockerfile for package in packages.split() if package != "python3-venv")
    pinned = re.findall(r"--requirement (\S+)", dockerfile)
    assert pinned and all((ROOT / path).is_file() for path in pinned)
