/** The messages Ponte keeps: taken in as they happen, found again by those who may see them. */
@NullMarked
package ponte.archive;

import org.jspecify.annotations.NullMarked;
