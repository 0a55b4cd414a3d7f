#include "ui/hostrulesdialog.h"

#include "app/images/hostrules.h"
#include "ui/announcement.h"
#include "ui/dialogsize.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

QString contents(const QString &name)
{
    constexpr qint64 mostBytes = 1 << 20;
    QFile file(name);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.read(mostBytes)) : QString();
}

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}

HostRulesDialog::HostRulesDialog(const QString &file, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_text(new QPlainTextEdit(contents(file), this))
    , m_state(sentence({}, this))
{
    setObjectName(u"hostRules"_s);
    setWindowTitle(tr("Picture Servers"));
    m_text->setObjectName(u"hostRulesText"_s);
    m_text->setAccessibleName(tr("Rules for picture servers"));
    m_text->setAccessibleDescription(tr("One rule a line"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setPlaceholderText(u"example.com   https://www.example.com/"_s);
    m_text->setTabChangesFocus(true);
    m_state->setObjectName(u"hostRulesState"_s);
    auto *known = new QPlainTextEdit(contents(u":/images/hosts.txt"_s), this);
    known->setAccessibleName(tr("Rules that Lectern knows"));
    known->setAccessibleDescription(tr("They cannot be changed here"));
    known->setFont(m_text->font());
    known->setReadOnly(true);
    known->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &HostRulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &HostRulesDialog::check);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(sentence(tr("Some servers give their pictures only to those who come from the right "
                                  "site. One rule a line: the end of the server's name, a space, and the "
                                  "address to name as the site; or “sha256:” and the SHA-256 of a picture "
                                  "that the server sends in place of others. What follows a # is a "
                                  "comment."),
                               this));
    layout->addWidget(m_text, 2);
    layout->addWidget(m_state);
    layout->addWidget(sentence(tr("Your rules come before those that Lectern knows:"), this));
    layout->addWidget(known, 1);
    layout->addWidget(buttons);
    resizeDialog(*this, 100, 30);
    check();
}

void HostRulesDialog::check()
{
    QStringList lines;
    for (const int line : HostRules().add(m_text->toPlainText()))
        lines << QString::number(line);
    //: %1 is a list of numbers
    m_state->setText(lines.isEmpty() ? QString()
                                     : tr("No rule stands in line %1.").arg(lines.join(tr(", "))));
    m_state->setVisible(!lines.isEmpty());
}

// With lines that are no rule as well: they are the reader's, and harm nobody.
void HostRulesDialog::accept()
{
    QString text = m_text->toPlainText();
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        m_state->setText(
            tr("“%1” cannot be written: %2").arg(QDir::toNativeSeparators(m_file), file.errorString()));
        m_state->show();
        announce(this, m_state->text());
        return;
    }
    Q_EMIT rulesWritten();
    QDialog::accept();
}
