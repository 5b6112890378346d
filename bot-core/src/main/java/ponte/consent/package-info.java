/** What people agree to have said: secrets are hidden before Ponte repeats anything. */
@NullMarked
package ponte.consent;

import org.jspecify.annotations.NullMarked;
