/** Digests that are posted in a channel again and again. */
@NullMarked
package ponte.schedule;

import org.jspecify.annotations.NullMarked;
