/** How a community holds together: who turns to whom, and whether it needs help to do so. */
@NullMarked
package ponte.community;

import org.jspecify.annotations.NullMarked;
