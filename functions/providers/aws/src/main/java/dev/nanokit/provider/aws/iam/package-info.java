/** Identity and Access Management: the roles that services take on. */
package dev.nanokit.provider.aws.iam;
