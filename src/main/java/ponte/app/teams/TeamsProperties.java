package ponte.app.teams;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ponte.teams.connector.AppIdentity.Proof.Secret;
import ponte.teams.delivery.PrivateReplies;
import ponte.teams.token.Issuer;

/**
 * Microsoft Teams. Where neither the app nor {@code local} is set, Ponte has nothing to do with
 * Teams.
 *
 * @param appId the application (client) id of the app's registration in Entra; null: {@code local}
 * @param appPassword a client secret of it; null: there is a certificate
 * @param certificate a PEM file with a certificate of it and its private key, not encrypted; null:
 *     there is a password
 * @param tenantId the tenant that the app is registered in, where it is registered for one; null:
 *     for many
 * @param allowedTenants tenants that Ponte serves, beside {@code tenantId}
 * @param local whether there is no app, and a client emulator on this machine is served, without
 *     tokens
 * @param privateReplies where somebody is answered who asked among others: in their chat with
 *     Ponte, or, where the tenant has targeted messages, in a message that only they see
 * @param excludedChannels names or ids of channels in which Ponte never listens
 * @param services addresses of Teams' services that Ponte answers to, beside Microsoft's own
 * @param login where tokens are given to Ponte
 * @param issuer who signs the tokens that come to Ponte
 * @param keys where that issuer says which keys it signs with
 */
@ConfigurationProperties("ponte.teams")
record TeamsProperties(
    @Nullable String appId,
    @Nullable Secret appPassword,
    @Nullable Path certificate,
    @Nullable String tenantId,
    @DefaultValue Set<String> allowedTenants,
    @DefaultValue("false") boolean local,
    @DefaultValue("personal-chat") PrivateReplies privateReplies,
    @DefaultValue Set<String> excludedChannels,
    @DefaultValue Set<URI> services,
    @DefaultValue("https://login.microsoftonline.com/") URI login,
    @DefaultValue("https://api.botframework.com") String issuer,
    @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration") URI keys) {

  TeamsProperties {
    allowedTenants = Set.copyOf(allowedTenants);
    excludedChannels = Set.copyOf(excludedChannels);
    services = Set.copyOf(services);
  }

  Issuer signer() {
    return new Issuer(issuer, keys);
  }
}
