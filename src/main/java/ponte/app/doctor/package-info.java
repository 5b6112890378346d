/** Looks at a deployment, and says what to do. */
@NullMarked
package ponte.app.doctor;

import org.jspecify.annotations.NullMarked;
