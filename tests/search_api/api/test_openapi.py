import re

from fastapi.testclient import TestClient


def test_the_schema_describes_every_operation(client: TestClient) -> None:
    schema = client.get("/api/v1/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    operations = [
        (path, operation) for path, methods in schema["paths"].items() for operation in methods.values()
    ]
    assert len({operation["operationId"] for _, operation in operations}) == len(operations) >= 15
    for path, operation in operations:
        assert path.startswith("/api/v1/")
        assert operation["summary"] and operation["tags"], path
        declared = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", path)), path
        if operation.get("parameters"):
            wrong = operation["responses"]["422"]["content"]
            assert "Problem" in str(wrong), path


def test_every_reference_of_the_schema_leads_somewhere(client: TestClient) -> None:
    answer = client.get("/api/v1/openapi.json")
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', answer.text))
    assert names and names <= set(answer.json()["components"]["schemas"])
