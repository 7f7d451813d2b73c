/**
 * The stores outside a project from which secrets come: AWS Systems Manager's parameters and AWS Secrets Manager. A
 * value passes through here on its way to a provider and is kept nowhere.
 */
package dev.nanokit.secrets;
