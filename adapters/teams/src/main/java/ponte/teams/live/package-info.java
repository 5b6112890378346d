/** Teams as it happens: what Ponte hears and what it is asked. */
@NullMarked
package ponte.teams.live;

import org.jspecify.annotations.NullMarked;
