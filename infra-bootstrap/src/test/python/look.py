"""Prints what an account holds of a stack, as JSON. python look.py STACK"""

import json
import os
import sys

import boto3
from botocore.exceptions import ClientError

region = os.environ["AWS_REGION"]


def client(service):
    return boto3.client(service, region_name=region)


def or_none(ask):
    try:
        return ask()
    except ClientError:
        return None


name = sys.argv[1]
cloudformation, dynamodb, functions = client("cloudformation"), client("dynamodb"), client("lambda")
stack = or_none(lambda: cloudformation.describe_stacks(StackName=name)["Stacks"][0])
resources = cloudformation.list_stack_resources(StackName=name)["StackResourceSummaries"] if stack else []
bucket = or_none(lambda: client("s3").list_objects_v2(Bucket=f"nanokit-artifacts-123456789012-{region}").get("Contents", []))
table = or_none(lambda: dynamodb.describe_table(TableName=name)["Table"])
json.dump(
    {
        "status": stack and stack["StackStatus"],
        "parameters": {p["ParameterKey"]: p["ParameterValue"] for p in (stack or {}).get("Parameters", [])},
        "resources": sorted(r["LogicalResourceId"] for r in resources if r["LogicalResourceId"]),
        "bucket": bucket and [each["Key"] for each in bucket],
        "table": table and {
            "protected": table["DeletionProtectionEnabled"],
            "expires": dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"],
            "backups": dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"],
        },
        "functions": {
            f["FunctionName"]: {"variables": f["Environment"]["Variables"], "runtime": f["Runtime"], "role": f["Role"]}
            for f in functions.list_functions()["Functions"]
        },
        "machines": sorted(m["name"] for m in client("stepfunctions").list_state_machines()["stateMachines"]),
        "secrets": {s["Name"]: "DeletedDate" in s for s in client("secretsmanager").list_secrets(IncludePlannedDeletion=True)["SecretList"]},
    },
    sys.stdout,
    default=str,
)
