package ponte.app.teams;

import org.jspecify.annotations.Nullable;
import ponte.teams.connector.AccessTokens;

/**
 * Ponte's own tokens.
 *
 * @param tokens null: a client emulator asks for none
 * @param authority where they come from
 */
record TeamsAccess(@Nullable AccessTokens tokens, String authority) {}
