package ponte.app;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;
import ponte.app.storage.Storage;

/**
 * Where Ponte keeps what it knows, and what it starts with.
 *
 * @param data the directory of the archive, and of the state where that is embedded
 * @param store what the state is kept in: a file in that directory, or Redis, which several share
 * @param lease how long a replica that says nothing is waited for before others do what it was
 *     doing, 2 seconds to 1 hour
 * @param export a Slack export, zip or folder, to load at the start; null: none
 * @param demo whether an empty Ponte starts with the demo workspace
 * @param worksCouncil whether everything is for those alone who opt in
 */
@Validated
@ConfigurationProperties("ponte")
public record PonteProperties(
    @DefaultValue("data") Path data,
    @DefaultValue("embedded") Storage.Kind store,
    @DefaultValue("2m") @DurationMin(seconds = 2) @DurationMax(hours = 1) Duration lease,
    @Name("import") @Nullable Path export,
    @DefaultValue("true") boolean demo,
    @DefaultValue("false") boolean worksCouncil) {}
