// Custom elements, registered once. Each stands over a form control or table that already does the job without it.
import "/signature-field.js";
import "/passkeys.js";
import "./numbing-clock.js";
import "./barcode-scan.js";
