/** What Teams answers about teams and people, and what must come of it. */
@NullMarked
package ponte.teams.sync;

import org.jspecify.annotations.NullMarked;
