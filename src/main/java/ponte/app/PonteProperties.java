package ponte.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Where Ponte keeps what it knows, and what it starts with.
 *
 * @param data the directory of the embedded storage
 * @param export a Slack export, zip or folder, to load at the start; null: none
 * @param demo whether an empty Ponte starts with the demo workspace
 */
@ConfigurationProperties("ponte")
public record PonteProperties(
    @DefaultValue("data") Path data,
    @Name("import") @Nullable Path export,
    @DefaultValue("true") boolean demo) {}
