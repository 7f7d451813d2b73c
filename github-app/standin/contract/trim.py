#!/usr/bin/env python3
"""Writes the stand-in's copy of GitHub's published API description: the operations that it serves, no more.

Usage: trim.py CONTRACT > ../src/main/resources/dev/nanokit/github/standin/contract/github.json
where CONTRACT is the generated/api.github.com.json of npm's @octokit/openapi 23.0.2 (MIT).

What is left is JSON Schema (draft 2020-12): OpenAPI's "nullable" becomes a type, descriptions go, and a request's objects
take only the properties that are described, so that a misspelt one is found.
"""
import json
import sys

OPERATIONS = """
apps/create-from-manifest apps/create-installation-access-token apps/get-authenticated apps/get-installation
apps/get-repo-installation apps/list-webhook-deliveries apps/redeliver-webhook-delivery
checks/create checks/get checks/list-annotations checks/list-for-ref checks/update
git/get-blob git/get-tree
issues/create issues/create-comment issues/list-comments issues/list-for-repo issues/update issues/update-comment
pulls/get pulls/list pulls/list-reviews
reactions/create-for-issue-comment
repos/compare-commits-with-basehead repos/create-deployment repos/create-deployment-status
repos/download-tarball-archive repos/get-branch repos/get-collaborator-permission-level
repos/list-deployments repos/list-deployment-statuses
""".split()
SOURCE = "npm package @octokit/openapi 23.0.2 (MIT), generated/api.github.com.json"
DROPPED = {"description", "title", "example", "examples", "deprecated", "nullable"}


def schema(node, strict):
    """The schema as JSON Schema; strict: objects take declared properties only."""
    if isinstance(node, list):
        return [schema(item, strict) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"$ref": node["$ref"].replace("#/components/schemas/", "#/$defs/")}
    out = {}
    for key, value in node.items():
        if key == "properties":
            out[key] = {name: schema(inner, strict) for name, inner in value.items()}
        elif key not in DROPPED:
            out[key] = schema(value, strict)
    if strict and "properties" in out and out.get("type") == "object":
        out.setdefault("additionalProperties", False)
    return nullable(out) if node.get("nullable") else out


def nullable(node):
    if isinstance(node.get("type"), str) and not {"allOf", "anyOf", "oneOf"} & set(node):
        node["type"] = [node["type"], "null"]
        if "enum" in node:
            node["enum"] = node["enum"] + [None]
        return node
    return {"anyOf": [node, {"type": "null"}]}


def resolve(contract, node):
    while "$ref" in node:
        found = contract
        for part in node["$ref"][2:].split("/"):
            found = found[part]
        node = found
    return node


def body_schema(holder, strict):
    content = holder.get("content", {})
    return schema(content["application/json"]["schema"], strict) if "application/json" in content else None


def operation(contract, path, method, shared, described):
    parameters = [resolve(contract, p) for p in shared + described.get("parameters", [])]
    responses = {status: resolve(contract, answer) for status, answer in described["responses"].items()}
    request = resolve(contract, described.get("requestBody", {}))
    return {
        "method": method.upper(),
        "path": path,
        "parameters": [
            {"name": p["name"], "in": p["in"], "required": p.get("required", False), "schema": schema(p["schema"], False)}
            for p in parameters
        ],
        "bodyRequired": request.get("required", False),
        "request": body_schema(request, True),
        "responses": {status: body_schema(answer, False) for status, answer in responses.items()},
    }


def reached(node, contract, found):
    if isinstance(node, list):
        for item in node:
            reached(item, contract, found)
    elif isinstance(node, dict):
        name = node.get("$ref", "").removeprefix("#/$defs/")
        if name and name not in found:
            found[name] = schema(contract["components"]["schemas"][name], False)
            reached(found[name], contract, found)
        for item in node.values():
            reached(item, contract, found)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        contract = json.load(file)
    operations = {}
    for path, methods in contract["paths"].items():
        for method, described in methods.items():
            if isinstance(described, dict) and described.get("operationId") in OPERATIONS:
                operations[described["operationId"]] = operation(
                    contract, path, method, methods.get("parameters", []), described)
    missing = sorted(set(OPERATIONS) - set(operations))
    if missing:
        sys.exit(f"not in {sys.argv[1]}: {', '.join(missing)}")
    definitions = {}
    reached(operations, contract, definitions)
    info = contract["info"]
    json.dump(
        {"source": SOURCE, "license": info["license"]["name"], "version": info["version"],
         "operations": operations, "$defs": definitions},
        sys.stdout, indent=1, sort_keys=True)
    print()


main()
