/** Databases: RDS for postgres and mysql, ElastiCache for redis, and the groups of subnets that they stand in. */
package dev.nanokit.provider.aws.database;
