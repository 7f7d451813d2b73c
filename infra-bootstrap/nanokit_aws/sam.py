"""Makes of template.yaml the CloudFormation that is deployed: here, not in AWS, so that what CI has checked is what AWS gets."""

import hashlib
import json
from pathlib import Path

import boto3
import yaml
from samtranslator.public.exceptions import InvalidDocumentException
from samtranslator.public.translator import ManagedPolicyLoader, Translator
from samtranslator.public.parser import Parser

from .refusal import Refusal

_FUNCTION = "AWS::Serverless::Function"
_MACHINE = "AWS::Serverless::StateMachine"


class _Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms (!Ref, !Sub)."""


def _short_form(loader, suffix, node):
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {name: value}


_Loader.add_multi_constructor("!", _short_form)


def load(path):
    """The template as plain data. What YAML's aliases repeat is copied, for the translator changes what it reads."""
    return json.loads(json.dumps(yaml.load(Path(path).read_text(), _Loader)))


def artifacts(template):
    """The files that functions are made of, as the template names them."""
    return sorted({r["Properties"]["CodeUri"] for r in template["Resources"].values() if r["Type"] == _FUNCTION})


def with_code(template, located):
    """Has the functions' code come from where it was put: ``located`` maps each file to a bucket and a key."""
    for resource in template["Resources"].values():
        if resource["Type"] == _FUNCTION:
            bucket, key = located[resource["Properties"]["CodeUri"]]
            resource["Properties"]["CodeUri"] = {"Bucket": bucket, "Key": key}
    return template


def with_versions(template, digest):
    """Has every function published anew when the digest changes: SnapStart's snapshots hold what a version was made with."""
    for resource in template["Resources"].values():
        if resource["Type"] == _FUNCTION:
            code = json.dumps(resource["Properties"]["CodeUri"]) + digest
            resource["Properties"]["AutoPublishCodeSha256"] = hashlib.sha256(code.encode()).hexdigest()
    return template


def with_workflows(template, root):
    """Puts the state machines' definitions into the template, so that a change set shows what becomes of them."""
    for resource in template["Resources"].values():
        if resource["Type"] == _MACHINE:
            path = Path(root) / resource["Properties"].pop("DefinitionUri")
            if not path.is_file():
                raise Refusal(f"{path} is not there, and template.yaml names it", "check out the whole repository")
            resource["Properties"]["Definition"] = json.loads(path.read_text())
    return template


def translate(template, region):
    """CloudFormation of a SAM template whose files have been put in their places."""
    try:
        return Translator(_NoManagedPolicies(), Parser(), boto_session=boto3.session.Session(region_name=region)).translate(template, {})
    except InvalidDocumentException as e:
        raise Refusal("template.yaml is no valid SAM template:\n" + "\n".join(f"  {cause.message}" for cause in e.causes)) from e


class _NoManagedPolicies(ManagedPolicyLoader):
    """The template writes out what its roles may do, and names no policy of AWS's."""

    def __init__(self):
        super().__init__(None)

    def load(self):
        return {}
