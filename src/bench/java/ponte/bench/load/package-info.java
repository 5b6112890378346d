/** Ponte under load, as Slack and Teams would put it there. */
@NullMarked
package ponte.bench.load;

import org.jspecify.annotations.NullMarked;
