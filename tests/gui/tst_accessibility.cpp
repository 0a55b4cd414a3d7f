#include "tests/gui/testprogram.h"
#include "ui/enginesetup.h"
#include "ui/language.h"
#include "ui/viewlist.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QDialog>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

constexpr int patience = 30'000; // milliseconds; a deadline, never a wait: the machine may be busy

namespace
{

// What somebody can use, or must be able to hear of to use the rest. The page is left to the web engine.
bool needsName(const QAccessibleInterface &element)
{
    if (element.state().invisible)
        return false;
    switch (element.role()) {
    case QAccessible::Button:
    case QAccessible::ButtonDropDown:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::ProgressBar:
    case QAccessible::RadioButton:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::ListItem:
    case QAccessible::TreeItem:
    case QAccessible::Dialog:
        return true;
    default:
        return false;
    }
}

QString describe(const QAccessibleInterface &element)
{
    const QObject *object = element.object();
    const QString kind = QDebug::toString(element.role());
    return object ? u"%1 %2 “%3”"_s.arg(kind, QString::fromLatin1(object->metaObject()->className()),
                                        object->objectName())
                  : kind;
}

// The edit field inside a spin box, the button that empties a search field: Qt names the whole, or the
// action.
bool isPartOfControl(const QAccessibleInterface &element)
{
    const QObject *object = element.object();
    return object && object->objectName().startsWith(u"qt_"_s);
}

void walk(const QAccessibleInterface &element, QStringList &nameless)
{
    if (needsName(element) && !isPartOfControl(element) && !element.state().invisible &&
        element.text(QAccessible::Name).trimmed().isEmpty())
        nameless << describe(element);
    constexpr int mostRows = 60; // the list may have a million
    for (int i = 0; i < qMin(element.childCount(), mostRows); ++i) {
        if (const QAccessibleInterface *child = element.child(i))
            walk(*child, nameless);
    }
}

QStringList namelessIn(QWidget *window)
{
    QStringList nameless;
    if (const QAccessibleInterface *top = QAccessible::queryAccessibleInterface(window))
        walk(*top, nameless);
    return nameless;
}

// The row as a screen reader is told of it.
QString spoken(QAbstractItemView *view, const QModelIndex &index)
{
    const QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(view);
    if (!whole)
        return {};
    for (int i = 0; i < whole->childCount(); ++i) {
        const QAccessibleInterface *row = whole->child(i);
        if (row && row->rect().isValid() &&
            row->rect().contains(view->viewport()->mapToGlobal(view->visualRect(index).center())))
            return row->text(QAccessible::Name);
    }
    return {};
}

}

class TestAccessibility final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QAccessible::setActive(true);
        m_program = std::make_unique<TestProgram>(m_home.path());
        m_program->settings.setReadWhen(ReadWhen::ByKeyOnly);
    }

    void cleanupTestCase() { m_program.reset(); }

    void startPage_isNamed() { QCOMPARE(namelessIn(&m_program->window).join(u'\n'), QString()); }

    void window_isNamed()
    {
        m_program->open(TestProgram::seeds());
        QVERIFY(list()->model()->rowCount() > 30);
        for (const QString &bar : {u"actionFind"_s})
            m_program->action(bar)->trigger();
        QCOMPARE(namelessIn(&m_program->window).join(u'\n'), QString());
    }

    void articleRows_sayWhatIsDrawn()
    {
        const QModelIndex row = list()->model()->index(0, 0);
        QTRY_VERIFY(row.data(ArticleModel::LoadedRole).toBool());
        const QString title = row.data(ArticleModel::TitleRole).toString().simplified();
        const QString author = row.data(ArticleModel::AuthorRole).toString().simplified();
        const QString date = QLocale().toString(
            row.data(ArticleModel::DateRole).toDateTime().toLocalTime().date(), QLocale::LongFormat);
        QStringList parts{u"unread"_s, title, author, date};
        parts.removeAll(QString());
        QCOMPARE(spoken(list(), row), parts.join(u", "_s));
    }

    void treeAndViews_sayTheirCounts()
    {
        auto *tree = m_program->find<CategoryTree>();
        QTRY_VERIFY(spoken(tree, tree->model()->index(0, 0)).endsWith(u" unread"_s));
        auto *views = m_program->find<ViewList>();
        QTRY_VERIFY(spoken(views, views->model()->index(0, 0)).startsWith(u"Unread, "_s));
        QVERIFY(spoken(views, views->model()->index(0, 0)).contains(QRegularExpression(u"[1-9]"_s)));
    }

    // Every row of a list of any length is there for the asking.
    void rows_areFoundByTheirPlace()
    {
        const QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(list());
        QVERIFY(whole);
        const int last = list()->model()->rowCount() - 1;
        QCOMPARE(whole->childCount(), last + 1);
        for (const int row : {0, 3, last}) {
            QVERIFY(whole->child(row));
            QCOMPARE(whole->child(row)->text(QAccessible::Name),
                     list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
        }
    }

    void dialogs_areNamed_data()
    {
        QTest::addColumn<QString>("action");
        for (const char16_t *action : {u"actionReport", u"actionHistory", u"actionMarkings",
                                       u"actionPreferences", u"actionKeys", u"actionAbout"})
            QTest::newRow(qPrintable(QString::fromUtf16(action))) << QString::fromUtf16(action);
    }

    void dialogs_areNamed()
    {
        QFETCH(const QString, action);
        auto *wanted = m_program->action(action);
        QVERIFY(wanted);
        QStringList nameless{u"no dialog came"_s};
        // Some of them are modal: the look at them has to come from inside their loop.
        QTimer looking;
        connect(&looking, &QTimer::timeout, this, [&] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                auto *dialog = qobject_cast<QDialog *>(top);
                if (!dialog || !dialog->isVisible())
                    continue;
                nameless = namelessIn(dialog);
                dialog->close();
            }
        });
        looking.start(20);
        wanted->trigger();
        QTRY_COMPARE(nameless.join(u'\n'), QString());
    }

private:
    ArticleList *list() const { return m_program->list(); }

    QTemporaryDir m_home;
    std::unique_ptr<TestProgram> m_program;
};

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    installLanguage(application);
    TestAccessibility test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accessibility.moc"
