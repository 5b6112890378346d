/** Questions that somebody has put to colleagues without saying who they are. */
@NullMarked
package ponte.unnamed;

import org.jspecify.annotations.NullMarked;
