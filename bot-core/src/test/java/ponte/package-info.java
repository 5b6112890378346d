/** What the tests of every module share. */
@NullMarked
package ponte;

import org.jspecify.annotations.NullMarked;
