"""Installs Nanokit into an AWS account: bin/bootstrap, bin/deploy and bin/undeploy."""
