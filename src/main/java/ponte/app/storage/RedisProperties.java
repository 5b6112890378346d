package ponte.app.storage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Redis, where {@code ponte.store} is {@code redis}.
 *
 * @param topology how its servers stand together: one, one that Sentinels watch, or a cluster
 * @param nodes {@code host:port} of the server, of some Sentinels, or of some nodes of the cluster
 * @param master the name by which Sentinels know the master; null: there are no Sentinels
 * @param user as whom Ponte signs in, of Redis' access control list; null: the default user
 * @param password what Ponte signs in with; null: Redis asks for none
 * @param sentinelUser as whom Ponte signs in to the Sentinels; null: their default user
 * @param sentinelPassword what it signs in to them with; null: they ask for none
 * @param tls whether connections are encrypted
 * @param caFile certificates in PEM that sign Redis' own; null: those that Java trusts
 * @param prefix what every key begins with: 1 to 64 letters, digits, dots, dashes, underscores
 * @param connectTimeout how long a connection may take, 10 milliseconds to 1 minute
 * @param timeout how long an answer may take, 10 milliseconds to 1 minute
 * @param synchronousReplicas how many of its replicas must have a change before it counts, 0 to 9
 */
@Validated
@ConfigurationProperties("ponte.redis")
public record RedisProperties(
    @DefaultValue("single") Topology topology,
    @DefaultValue("localhost:6379") List<String> nodes,
    @Nullable String master,
    @Nullable String user,
    @Nullable Secret password,
    @Nullable String sentinelUser,
    @Nullable Secret sentinelPassword,
    @DefaultValue("false") boolean tls,
    @Nullable Path caFile,
    @DefaultValue("ponte") String prefix,
    @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration connectTimeout,
    @DefaultValue("3s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration timeout,
    @DefaultValue("0") @Min(0) @Max(9) int synchronousReplicas) {

  /** How servers stand together. */
  public enum Topology {
    SINGLE,
    SENTINEL,
    CLUSTER
  }

  public RedisProperties {
    nodes = List.copyOf(nodes);
  }
}
