/** Kubernetes: clusters at EKS, their nodes and the add-ons that make them work. */
package dev.nanokit.provider.aws.eks;
