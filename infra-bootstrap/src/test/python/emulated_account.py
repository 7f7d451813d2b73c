"""An AWS account as moto emulates it, mended where its CloudFormation would stop at bin/deploy's template.

A stack that a change set made gets its outputs; aliases of functions and HTTP APIs, which moto knows but its CloudFormation
does not, are made. Types that it then still does not know, it leaves out with a warning.

python emulated_account.py PORT
"""

import sys

from moto.apigatewayv2.models import apigatewayv2_backends
from moto.awslambda.models import LambdaVersion, lambda_backends
from moto.cloudformation import models
from moto.core.common_models import CloudFormationModel
from moto.server import main


class _Alias(CloudFormationModel):
    __module__ = "moto.awslambda.models"

    def __init__(self, alias, function):
        self.physical_resource_id = alias.arn
        self.name = alias.name
        self.function = function

    @staticmethod
    def cloudformation_name_type():
        return "Name"

    @staticmethod
    def cloudformation_type():
        return "AWS::Lambda::Alias"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        function = cloudformation_json["Properties"]["FunctionName"]
        version = lambda_backends[account_id][region_name].get_function(function).version
        return cls(lambda_backends[account_id][region_name].create_alias(resource_name, function, str(version), "", None), function)

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        pass


class _Api(CloudFormationModel):
    __module__ = "moto.apigatewayv2.models"

    def __init__(self, api):
        self.physical_resource_id = api.api_id
        self.endpoint = api.api_endpoint

    @staticmethod
    def cloudformation_name_type():
        return ""

    @staticmethod
    def cloudformation_type():
        return "AWS::ApiGatewayV2::Api"

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr == "ApiEndpoint"

    def get_cfn_attribute(self, attribute_name):
        return self.endpoint

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
        title = cloudformation_json["Properties"]["Body"]["info"]["title"]
        return cls(apigatewayv2_backends[account_id][region_name].create_api("", {}, "", False, False, title, "HTTP", "", {}, "1"))

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        return original_resource

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        apigatewayv2_backends[account_id][region_name].delete_api(resource_name)


def _apply(change_set):
    stack = change_set.stack
    stack.resource_map.update(change_set.template_dict, change_set.parameters)
    stack.parameters = change_set.parameters
    stack.template_dict = change_set.template_dict
    stack.output_map = stack._create_output_map()


models.ChangeSet.apply = _apply
LambdaVersion.get_cfn_attribute = lambda version, attribute: str(version.version)
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
