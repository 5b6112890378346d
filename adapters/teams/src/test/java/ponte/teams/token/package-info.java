/** What is done to tokens, and what must come of it. */
@NullMarked
package ponte.teams.token;

import org.jspecify.annotations.NullMarked;
