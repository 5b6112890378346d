/** Brings replies to where they belong in Teams, once each. */
@NullMarked
package ponte.teams.delivery;

import org.jspecify.annotations.NullMarked;
