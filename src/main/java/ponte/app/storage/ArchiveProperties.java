package ponte.app.storage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import ponte.app.storage.ArchiveStorage.Kind;

/**
 * Where the messages lie; all but the first two is for OpenSearch.
 *
 * @param kind what they are read from: a directory beside the state, or a cluster of OpenSearch
 * @param also what they are written to as well, while they move; null: nothing
 * @param nodes some of the cluster's nodes, such as https://opensearch-1:9200
 * @param user as whom Ponte signs in; null: OpenSearch asks for none
 * @param password what Ponte signs in with; null: OpenSearch asks for none
 * @param caFile certificates in PEM that sign OpenSearch's own; null: those that Java trusts
 * @param prefix what the name of every index begins with: 1 to 40 small letters, digits, dashes
 * @param shards how many parts each new index has, 1 to 20
 * @param copies how many further copies of each part there are, 0 to 5
 * @param connectTimeout how long a connection may take, 10 milliseconds to 1 minute
 * @param timeout how long an answer may take with all that is tried again, 100 milliseconds to 5
 *     minutes
 */
@Validated
@ConfigurationProperties("ponte.archive")
public record ArchiveProperties(
    @DefaultValue("lucene") Kind kind,
    @Nullable Kind also,
    @DefaultValue("http://localhost:9200") List<URI> nodes,
    @Nullable String user,
    @Nullable Secret password,
    @Nullable Path caFile,
    @DefaultValue("ponte") String prefix,
    @DefaultValue("1") @Min(1) @Max(20) int shards,
    @DefaultValue("1") @Min(0) @Max(5) int copies,
    @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration connectTimeout,
    @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration timeout) {

  public ArchiveProperties {
    nodes = List.copyOf(nodes);
  }
}
