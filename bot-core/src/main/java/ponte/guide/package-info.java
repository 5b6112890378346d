/** What Ponte says about itself: what can be asked, and what may have been meant. */
@NullMarked
package ponte.guide;

import org.jspecify.annotations.NullMarked;
