"""The AWS account: as whom it is asked, and what its refusals mean."""

import os
from contextlib import contextmanager

import boto3
from botocore import exceptions as aws
from botocore.parsers import ResponseParserError

from .refusal import Refusal

_SIGN_IN = (
    "sign in: aws sso login, and set AWS_PROFILE",
    "or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
)
_UNUSABLE_CREDENTIALS = {
    "ExpiredToken",
    "ExpiredTokenException",
    "InvalidClientTokenId",
    "UnrecognizedClientException",
    "SignatureDoesNotMatch",
    "AuthFailure",
}
_FORBIDDEN = {"AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "403"}


class Account:
    """An account and a region in it."""

    def __init__(self, region=None):
        self._session = boto3.session.Session(region_name=region or os.environ.get("AWS_REGION") or None)
        self.region = self._session.region_name
        if not self.region:
            raise Refusal("no AWS region is set", "give one: --region eu-west-1", "or set AWS_REGION, or one in the AWS profile")

    def client(self, service):
        return self._session.client(service)

    def identity(self):
        """As whom AWS is asked. The first question, so that what is wrong with the credentials shows here."""
        return self.client("sts").get_caller_identity()


@contextmanager
def explained():
    """Makes what AWS refuses a refusal that says what to do."""
    try:
        yield
    except (aws.NoCredentialsError, aws.PartialCredentialsError) as e:
        raise Refusal("there are no AWS credentials", *_SIGN_IN) from e
    except aws.ProfileNotFound as e:
        raise Refusal(str(e), "set AWS_PROFILE to one of those in ~/.aws/config, or unset it") from e
    except (aws.TokenRetrievalError, aws.SSOTokenLoadError, aws.UnauthorizedSSOTokenError) as e:
        raise Refusal(f"the sign-in to AWS has run out ({e})", "aws sso login") from e
    except (aws.EndpointConnectionError, aws.ConnectTimeoutError, aws.InvalidRegionError) as e:
        raise Refusal(f"AWS can't be reached: {e}", "check the network, and that the region is one of AWS's") from e
    except aws.ClientError as e:
        raise _refusal(e) from e
    except (aws.BotoCoreError, ResponseParserError) as e:
        raise Refusal(f"AWS gave no answer of use: {e}", "check AWS_ENDPOINT_URL and any proxy, and try again") from e


def code(error):
    """AWS's own name of what is wrong."""
    return error.response.get("Error", {}).get("Code", "")


def _refusal(e):
    message = e.response.get("Error", {}).get("Message", str(e))
    if code(e) in _UNUSABLE_CREDENTIALS:
        return Refusal(f"AWS refuses the credentials: {message}", *_SIGN_IN)
    if code(e) in _FORBIDDEN:
        return Refusal(
            f"AWS does not allow {e.operation_name}: {message}",
            "use a role that may administer CloudFormation, IAM, S3 and Lambda, or the deploy role that bin/bootstrap made",
        )
    return Refusal(f"AWS refused {e.operation_name}: {message} ({code(e)})")
