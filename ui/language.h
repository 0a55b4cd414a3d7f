#pragma once

class QCoreApplication;

// Installs Lectern's and Qt's own texts in the system's language. The application owns the translators.
void installLanguage(QCoreApplication &application);
