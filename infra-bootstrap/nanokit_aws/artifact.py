"""What functions are made of: built here, kept in the bucket under what is in it."""

import hashlib
import io
import zipfile
from pathlib import Path

from botocore.exceptions import ClientError

from .account import code
from .refusal import Refusal


def require(root, files):
    """Refuses when something is not built."""
    missing = [file for file in files if not (Path(root) / file).is_file()]
    if missing:
        raise Refusal(f"not built: {', '.join(missing)}", "leave out --no-build")


def key(root, file):
    """Where a file belongs in the bucket. Two builds of the same sources give the same key."""
    name = Path(file).parts[-3]
    return f"functions/{name}/{content(Path(root, file).read_bytes())}.zip"


def content(archive):
    """A digest of an archive's files, and not of when they were packed; archives in it included. Folders do not count: some
    tools name one twice."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        files = sorted((entry for entry in opened.infolist() if not entry.is_dir()), key=lambda entry: entry.filename)
        for entry in files:
            data = opened.read(entry)
            inner = content(data) if entry.filename.endswith(".jar") else hashlib.sha256(data).hexdigest()
            digest.update(f"{len(entry.filename)}:{entry.filename}:{inner}\n".encode())
    return digest.hexdigest()


class Bucket:
    def __init__(self, account, name, owner):
        self._s3 = account.client("s3")
        self.name = name
        self._region = account.region
        self._owner = {"ExpectedBucketOwner": owner}

    def require(self):
        try:
            self._s3.head_bucket(Bucket=self.name, **self._owner)
        except ClientError as e:
            if code(e) in ("404", "NoSuchBucket"):
                raise Refusal(f"the artifact bucket {self.name} is not there any more", "make it again: bin/bootstrap") from e
            if code(e) == "403":
                raise Refusal(f"the artifact bucket {self.name} may not be used, or is somebody else's", "check as whom you are signed in") from e
            raise

    def has(self, object_key):
        try:
            self._s3.head_object(Bucket=self.name, Key=object_key, **self._owner)
            return True
        except ClientError as e:
            if code(e) in ("404", "NoSuchKey"):
                return False
            raise

    def put(self, object_key, data):
        """Whether it was put there, and not there already."""
        if self.has(object_key):
            return False
        self._s3.put_object(Bucket=self.name, Key=object_key, Body=data, **self._owner)
        return True

    def put_template(self, text):
        """The address at which CloudFormation reads it."""
        data = text.encode()
        object_key = f"templates/{hashlib.sha256(data).hexdigest()}.json"
        self.put(object_key, data)
        suffix = ".cn" if self._region.startswith("cn-") else ""
        return f"https://{self.name}.s3.{self._region}.amazonaws.com{suffix}/{object_key}"
