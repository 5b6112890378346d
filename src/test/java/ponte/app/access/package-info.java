@NullMarked
package ponte.app.access;

import org.jspecify.annotations.NullMarked;
