"""Prints the CloudFormation that a deployment would hand to AWS, with code at a made-up place: for the checks in CI.

python -m nanokit_aws.translated TEMPLATE REGION
"""

import json
import sys
from pathlib import Path

from . import sam


def main(arguments):
    path, region = arguments
    template = sam.load(path)
    if "Transform" in template:
        sam.with_code(template, {artifact: ("artifacts", artifact) for artifact in sam.artifacts(template)})
        sam.with_workflows(template, Path(path).parent)
        template = sam.translate(template, region)
    json.dump(template, sys.stdout, indent=2)


if __name__ == "__main__":
    main(sys.argv[1:])
