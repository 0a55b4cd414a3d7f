#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/page/safehtml.h"
#include "app/page/theme.h"

#include <QLocale>
#include <QObject>
#include <QThreadPool>

class StartNotes;

// A whole page, or the text alone: without parsing, sanitising or any markup, for what kills the program.
enum class PageKind { Whole, TextAlone };

struct PageRequest {
    QByteArray root;  // the archive's folder, in the file system's own bytes
    ArticleHead head; // as the list knows it; shown where the file cannot be read
    PageStyle style;
    QLocale locale;
    PageKind kind = PageKind::Whole;
    QString storeFolder{}; // of the pictures, whose sizes are known from there; may be empty
};

struct LoadedPage {
    quint64 number = 0;
    QByteArray html; // empty where the text alone was wanted
    QList<PagePicture> pictures;
    QString title;
    QString text;  // the body's text alone
    QUrl original; // invalid where unknown
};

// What names the article in StartNotes: its identity where it has one, else where it lies.
QByteArray noteName(const QByteArray &root, const ArticleHead &head);

// Reads the article, sanitises it and makes the page. Thread-safe. Never fails: a file that cannot be read
// becomes a page that says so.
LoadedPage makePage(const PageRequest &request);

// makePage() off the GUI thread, noted while it lasts; of several requests only the last is answered.
class PageLoader final : public QObject
{
    Q_OBJECT

public:
    // `notes` may be null and outlives this.
    explicit PageLoader(const StartNotes *notes, QObject *parent = nullptr);
    ~PageLoader() override;

    void load(const PageRequest &request);
    // What is under way is not answered.
    void cancel();

Q_SIGNALS:
    void loaded(const LoadedPage &page);

private:
    const StartNotes *m_notes;
    // Two: a page that takes long must not keep the next one waiting.
    QThreadPool m_threads;
    quint64 m_number = 0;
};
