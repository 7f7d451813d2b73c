"""A CloudFormation stack: what it is now, what would change, and changing it."""

import time
import uuid

from botocore.exceptions import ClientError, WaiterError

from .account import code
from .refusal import Refusal

_CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"]
_NOTHING = ("didn't contain changes", "No updates are to be performed")
_ASK_AGAIN = {"Delay": 5, "MaxAttempts": 720}


class Stack:
    def __init__(self, account, name):
        self._cloudformation = account.client("cloudformation")
        self._delay = _ASK_AGAIN
        self.name = name

    def describe(self):
        """What CloudFormation knows of it, or None."""
        try:
            stacks = self._cloudformation.describe_stacks(StackName=self.name)["Stacks"]
        except ClientError as e:
            if code(e) == "ValidationError" and "does not exist" in str(e):
                return None
            raise
        return next((stack for stack in stacks if stack["StackStatus"] != "DELETE_COMPLETE"), None)

    def status(self):
        stack = self.describe()
        return stack["StackStatus"] if stack else None

    def outputs(self):
        stack = self.describe() or {}
        return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])}

    def parameters(self):
        stack = self.describe() or {}
        return {each["ParameterKey"]: each["ParameterValue"] for each in stack.get("Parameters", [])}

    def require_changeable(self):
        """Refuses a stack that is in no state to be changed, and says the way out of it."""
        status = self.status()
        if status is None or status == "REVIEW_IN_PROGRESS":
            return
        if status in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED"):
            raise Refusal(
                f"the stack {self.name} can't be changed: it is in {status}{self._first_failure()}",
                f"remove what is left: bin/undeploy --stack {self.name}",
                "then deploy again",
            )
        if status == "UPDATE_ROLLBACK_FAILED":
            raise Refusal(
                f"the stack {self.name} can't be changed: it is in {status}{self._first_failure()}",
                f"aws cloudformation continue-update-rollback --stack-name {self.name}",
            )
        if status.endswith("IN_PROGRESS"):
            raise Refusal(f"the stack {self.name} is being changed by somebody else ({status})", "wait for it, and deploy again")

    def _first_failure(self):
        failures = self.failures()
        return f"; first, {failures[-1]}" if failures else ""

    def failures(self, since=None):
        """What went wrong in the last change, newest first."""
        failed = []
        for event in self._cloudformation.describe_stack_events(StackName=self.name)["StackEvents"]:
            if since and event["Timestamp"] < since:
                break
            if event["ResourceStatus"].endswith("FAILED"):
                failed.append(f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', event['ResourceStatus'])}")
        return failed

    def propose(self, template, parameters, role=None):
        """A change set that waits to be carried out, or None when there is nothing to change.

        template: {"TemplateURL": …} or {"TemplateBody": …}
        """
        status = self.status()
        kind = "CREATE" if status in (None, "REVIEW_IN_PROGRESS") else "UPDATE"
        change_set = f"nanokit-{uuid.uuid4()}"
        try:
            answer = self._create(change_set, kind, template, parameters, role)
        except ClientError as e:
            if any(words in str(e) for words in _NOTHING):
                return None
            raise
        proposal = Proposal(self, self._cloudformation, answer["Id"], kind, made_stack=status is None)
        return proposal if proposal.wait() else None

    def _create(self, change_set, kind, template, parameters, role):
        return self._cloudformation.create_change_set(
            StackName=self.name,
            ChangeSetName=change_set,
            ChangeSetType=kind,
            Capabilities=_CAPABILITIES,
            Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in sorted(parameters.items())],
            Tags=[{"Key": "application", "Value": "nanokit"}],
            **template,
            **({"RoleARN": role} if role else {}),
        )

    def wait(self, what):
        self._cloudformation.get_waiter(what).wait(StackName=self.name, WaiterConfig=_ASK_AGAIN)

    def delete(self, role=None):
        self._cloudformation.delete_stack(StackName=self.name, **({"RoleARN": role} if role else {}))
        try:
            self.wait("stack_delete_complete")
        except WaiterError as e:
            raise Refusal(f"the stack {self.name} could not be removed:\n" + "\n".join(f"  {f}" for f in self.failures())) from e


class Proposal:
    """A change set."""

    def __init__(self, stack, cloudformation, arn, kind, made_stack):
        self.stack = stack
        self.kind = kind
        self._cloudformation = cloudformation
        self._arn = arn
        self._made_stack = made_stack

    def wait(self):
        """Whether there is something to change; False drops the change set."""
        while True:
            seen = self._describe()
            if seen["Status"] == "CREATE_COMPLETE":
                return True
            if seen["Status"] == "FAILED":
                reason = seen.get("StatusReason", "")
                self.drop()
                if any(words in reason for words in _NOTHING):
                    return False
                raise Refusal(f"CloudFormation takes no such change of {self.stack.name}: {reason}")
            time.sleep(1)

    def changes(self):
        """The resources that would change."""
        token = None
        while True:
            page = self._describe(**({"NextToken": token} if token else {}))
            yield from (change["ResourceChange"] for change in page.get("Changes", []))
            token = page.get("NextToken")
            if not token:
                return

    def _describe(self, **more):
        return self._cloudformation.describe_change_set(ChangeSetName=self._arn, StackName=self.stack.name, **more)

    def drop(self):
        """Leaves everything as it was, also where the stack was made for the change set alone."""
        self._cloudformation.delete_change_set(ChangeSetName=self._arn, StackName=self.stack.name)
        if self._made_stack and self.stack.status() == "REVIEW_IN_PROGRESS":
            self.stack.delete()

    def carry_out(self):
        """Returns when the stack is as it was proposed; otherwise says which resources could not be made so."""
        before = self.stack.describe()
        since = before.get("LastUpdatedTime") or before.get("CreationTime")
        self._cloudformation.execute_change_set(ChangeSetName=self._arn, StackName=self.stack.name)
        try:
            self.stack.wait("stack_create_complete" if self.kind == "CREATE" else "stack_update_complete")
        except WaiterError as e:
            reasons = "\n".join(f"  {failure}" for failure in reversed(self.stack.failures(since)))
            raise Refusal(
                f"the stack {self.stack.name} could not be changed, and is now in {self.stack.status()}:\n{reasons}",
                "mend what the first line says, and deploy again" if self.kind == "UPDATE" else f"mend what the first line says; then bin/undeploy --stack {self.stack.name}, and deploy again",
            ) from e
