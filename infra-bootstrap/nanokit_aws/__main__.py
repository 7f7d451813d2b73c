"""The commands behind bin/bootstrap, bin/deploy and bin/undeploy."""

import argparse
import re
import sys
from pathlib import Path

from . import bootstrap, deploy, undeploy
from .account import Account, explained
from .refusal import Refusal

_ROOT = Path(__file__).resolve().parents[2]
# Names of buckets are made of it, which have no capitals.
_STACK = re.compile("[a-z][a-z0-9-]{0,39}")


def _stack(name):
    if not _STACK.fullmatch(name):
        raise argparse.ArgumentTypeError(f"'{name}' is no name for a stack: small letters, digits and hyphens, a letter first, at most 40")
    return name


def _parser(command):
    parser = argparse.ArgumentParser(prog=f"bin/{command}", description=sys.modules[f"nanokit_aws.{command}"].__doc__.partition(": ")[2])
    parser.add_argument("--region", help="the AWS region; else AWS_REGION, else the profile's")
    parser.add_argument("--bootstrap-stack", default=bootstrap.STACK, type=_stack, help="the stack that bin/bootstrap makes (%(default)s)")
    if command != "undeploy":
        parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a parameter of the template; kept until it is set anew")
        parser.add_argument("--dry-run", action="store_true", help="show what would change, and do nothing")
    if command != "bootstrap":
        parser.add_argument("--stack", default="nanokit", type=_stack, help="the stack's name (%(default)s)")
        parser.add_argument("--as-myself", action="store_true", help="change the stack with your own permissions, not with the execution role")
    if command == "deploy":
        parser.add_argument("--no-build", action="store_true", help="deploy what was built before")
        parser.add_argument("--no-setup", action="store_true", help="do not register the GitHub App; print how to")
        parser.add_argument("--organization", help="whose the GitHub App is to be; without it yours")
    if command == "undeploy":
        parser.add_argument("--keep-secrets", action="store_true", help="keep the App's key and secret")
        parser.add_argument("--yes", action="store_true", help="do not ask")
    return parser


def main(command, *arguments):
    parsed = _parser(command).parse_args(arguments)
    try:
        with explained():
            account = Account(parsed.region)
            return sys.modules[f"nanokit_aws.{command}"].run(account, _ROOT, parsed, lambda line: print(line, flush=True))
    except Refusal as e:
        print(f"bin/{command}: {e}", file=sys.stderr)
        for fix in e.fixes:
            print(f"  → {fix}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print(f"\nbin/{command}: stopped. CloudFormation goes on with what it has begun.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
