/** The Bot Framework's connector: one way out, with a token, to hosts that are known. */
@NullMarked
package ponte.teams.connector;

import org.jspecify.annotations.NullMarked;
