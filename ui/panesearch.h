#pragma once

#include <QObject>
#include <QPointer>

class QWebEnginePage;
class TextView;

// Find in the article, in whichever of the pane's two views it stands.
class PaneSearch final : public QObject
{
    Q_OBJECT

public:
    PaneSearch(TextView &text, QObject *parent);

    // Where to look from now on; null: in the text view. What was looked for is looked for there again.
    void lookIn(QWebEnginePage *page);
    // Marks every occurrence and goes to the first; an empty text clears. Answered by found().
    void find(const QString &text);
    void findAgain(int direction); // 1 forward, -1 back
    // A search that came before the page was laid out found nothing in it.
    void repeat();

Q_SIGNALS:
    void found(int active, int count);

private:
    TextView &m_view;
    QPointer<QWebEnginePage> m_page;
    QString m_text;
};
