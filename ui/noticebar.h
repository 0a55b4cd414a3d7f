#pragma once

#include <QHash>
#include <QWidget>

class QLabel;
class QToolButton;

// What a standing sentence is about. A newer one about the same takes its place.
enum class Notice : quint8 {
    Catalogue,
    Marks,
    Watch,
    Folder,
    Pictures,
    Sharing,
    Export,
    Saving,
    Printing,
    Picture,
    Network,
    Link
};

// Sentences that stay at the top of the window, each on a line of its own, until they are no longer true or
// the reader puts them away. The status bar is for what passes.
class NoticeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    // `sentence` is plain text. What the reader put away does not come back until it has been settled.
    // `choice` is the text of a button that does something about it: chosen(); none where it is empty.
    void put(Notice notice, const QString &sentence, const QString &choice = {});
    // What can be done about it is another thing now. Only where something is said about it.
    void offer(Notice notice, const QString &choice);
    void settle(Notice notice);
    QStringList sentences() const; // that can be seen, from top to bottom

Q_SIGNALS:
    void chosen(Notice notice);

private:
    struct Line {
        QWidget *row = nullptr;
        QLabel *text = nullptr;
        QToolButton *choice = nullptr;
    };

    Line makeLine(Notice notice);
    void dismiss(Notice notice);
    void showIfNeeded();

    QHash<Notice, Line> m_lines;
};
