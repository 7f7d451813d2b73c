package dev.nanokit.provider.aws.compile;

/** The types of things this provider makes, as they stand in resource keys. */
public final class Types {
    public static final String VPC = "vpc";
    public static final String EXISTING_VPC = "existing-vpc";
    public static final String SUBNET = "subnet";
    public static final String INTERNET_GATEWAY = "internet-gateway";
    public static final String ADDRESS = "address";
    public static final String NAT_GATEWAY = "nat-gateway";
    public static final String ROUTE_TABLE = "route-table";
    public static final String SECURITY_GROUP = "security-group";
    public static final String DB_SUBNET_GROUP = "db-subnet-group";
    public static final String DATABASE = "database";
    public static final String INSTANCE_PROFILE = "instance-profile";
    public static final String LAUNCH_TEMPLATE = "launch-template";
    public static final String AUTO_SCALING_GROUP = "auto-scaling-group";
    public static final String KUBERNETES_CLUSTER = "kubernetes-cluster";
    public static final String KUBERNETES_ADDON = "kubernetes-addon";
    public static final String NODE_GROUP = "node-group";
    public static final String CACHE_SUBNET_GROUP = "cache-subnet-group";
    public static final String CACHE = "cache";

    public static final String LOG_GROUP = "log-group";
    public static final String ROLE = "role";
    public static final String SECRET = "secret";
    public static final String PARAMETER = "parameter";
    public static final String CLUSTER = "cluster";
    public static final String TASK_DEFINITION = "task-definition";
    public static final String SERVICE = "service";
    public static final String LOAD_BALANCER = "load-balancer";
    public static final String TARGET_GROUP = "target-group";
    public static final String LISTENER = "listener";
    public static final String LISTENER_RULE = "listener-rule";

    private Types() {}
}
