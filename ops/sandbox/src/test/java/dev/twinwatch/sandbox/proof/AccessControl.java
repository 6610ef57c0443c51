package dev.twinwatch.sandbox.proof;

import dev.twinwatch.stream.kafka.Clients;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a broker lets people do. */
final class AccessControl {
    /** Settings of a broker that looks at rules; whatever has none is allowed. */
    static final Map<String, String> ON = Map.of(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found", "true");

    private AccessControl() {}

    /** From here on nobody may do that to the topic. */
    static void deny(Rig rig, String topic, AclOperation operation) throws Exception {
        ResourcePattern resource = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        AccessControlEntry all = new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW);
        AccessControlEntry but = new AccessControlEntry("User:*", "*", operation, AclPermissionType.DENY);
        try (Admin admin = new Clients(rig.settings()).admin()) {
            admin.createAcls(Set.of(new AclBinding(resource, all), new AclBinding(resource, but)))
                    .all()
                    .get();
        }
    }
}
